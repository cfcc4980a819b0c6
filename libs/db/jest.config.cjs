module.exports = require('../../jest.node.cjs')(__dirname, 'db', { postgres: true });
