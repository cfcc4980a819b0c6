module.exports = require('../../jest.node.cjs')(__dirname, 'api', { postgres: true });
